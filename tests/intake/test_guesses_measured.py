"""How often the guesses are right: on layouts they were written against, and on others."""

import pytest

from tests.intake.papers import layouts, layouts_apart
from tests.intake.papers.measure import measure, table

LEAST = {"officer": 0.98, "date": 0.97, "course": 0.95}


@pytest.fixture(scope="module")
def known(worker):
    return measure(worker, layouts.LAYOUTS.items())


@pytest.fixture(scope="module")
def apart(worker):
    return measure(worker, layouts_apart.LAYOUTS.items())


@pytest.mark.parametrize("part", ["known", "apart"])
def test_they_are_right(request, part):
    measured = request.getfixturevalue(part)
    for name, least in LEAST.items():
        score = measured.scores[name]
        assert score.right / score.all >= least, "\n".join(measured.lines)


@pytest.mark.parametrize("part", ["known", "apart"])
def test_nothing_wrong_is_called_sure(request, part):
    measured = request.getfixturevalue(part)
    wrong = {name: score.wrong_as_sure for name, score in measured.scores.items()}
    assert not any(wrong.values()), "\n".join(measured.lines)


def test_there_are_enough_of_them(known, apart):
    assert known.scores["date"].all + apart.scores["date"].all >= 60
    assert len(layouts.LAYOUTS) + len(layouts_apart.LAYOUTS) >= 12


@pytest.mark.benchmark
def test_the_figures(known, apart):
    print(f"\n{table([('written against', known), ('kept apart', apart)])}")
    print("\n".join([*known.lines, *apart.lines]))
