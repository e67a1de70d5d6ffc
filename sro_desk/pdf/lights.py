"""The icon of each light as strokes, in the shapes of the window: colour never stands alone."""

from collections.abc import Callable
from typing import Any

from sro_desk.domain.codes import Light
from sro_desk.pdf.look import LIGHTS, TINTS

_GRID = 20  # the icons are drawn on 20 by 20, upwards


def draw(canvas: Any, light: Light, x: float, y: float, size: float) -> None:
    """Draw the icon with its lower left corner at `x`, `y`."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(size / _GRID, size / _GRID)
    canvas.setStrokeColorRGB(*LIGHTS[light])
    canvas.setFillColorRGB(*TINTS[light])
    canvas.setLineWidth(1.8)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    _SHAPES[light](canvas)
    canvas.restoreState()


def _octagon_with_mark(canvas: Any) -> None:
    corners = (
        (6.9, 17.75),
        (13.1, 17.75),
        (17.75, 13.1),
        (17.75, 6.9),
        (13.1, 2.25),
        (6.9, 2.25),
        (2.25, 6.9),
        (2.25, 13.1),
    )
    _path(canvas, *corners, closed=True)
    _path(canvas, (10, 14), (10, 9.25))
    canvas.setFillColorRGB(*LIGHTS[Light.RED])
    canvas.circle(10, 6.2, 1.2, stroke=0, fill=1)


def _clock(canvas: Any) -> None:
    canvas.circle(10, 10, 7.5, stroke=1, fill=1)
    _path(canvas, (10, 14.25), (10, 10), (12.75, 8))


def _ticked_box(canvas: Any) -> None:
    canvas.roundRect(2.75, 2.75, 14.5, 14.5, 3.5, stroke=1, fill=1)
    _path(canvas, (6.25, 9.75), (9, 7), (14, 12.5))


def _dashed_ring(canvas: Any) -> None:
    canvas.setDash(2.6, 2.1)
    canvas.circle(10, 10, 7.5, stroke=1, fill=0)
    canvas.setDash()
    _path(canvas, (6.75, 10), (13.25, 10))


def _path(
    canvas: Any, start: tuple[float, float], *points: tuple[float, float], closed: bool = False
) -> None:
    path = canvas.beginPath()
    path.moveTo(*start)
    for point in points:
        path.lineTo(*point)
    if closed:
        path.close()
    canvas.drawPath(path, stroke=1, fill=int(closed))


_SHAPES: dict[Light, Callable[[Any], None]] = {
    Light.RED: _octagon_with_mark,
    Light.AMBER: _clock,
    Light.GREEN: _ticked_box,
    Light.GREY: _dashed_ring,
}
