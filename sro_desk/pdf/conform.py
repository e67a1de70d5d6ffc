"""Finish a drawn file as PDF/UA-1 and PDF/A-2a: structure tree, metadata, output intent."""

from collections import defaultdict
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from sro_desk import resources
from sro_desk.pdf.about import LANGUAGE, About
from sro_desk.pdf.structure import Bookmark, Element, Link, Mark

_PRINTED = 4  # the flag of an annotation that shows on paper too


def finish(drawn: bytes, root: Element, outline: Sequence[Bookmark], about: About) -> bytes:
    """The file with all that makes it accessible and archival; equal facts give equal bytes."""
    with pikepdf.open(BytesIO(drawn)) as pdf:
        pages = [page.obj for page in pdf.pages]
        for page in pages:
            _mend_page(page)
        pdf.Root.StructTreeRoot = _Tree(pdf, pages).plant(root)
        pdf.Root.Outlines = _outlines(pdf, pages, outline)
        _describe(pdf, about)
        finished = BytesIO()
        pdf.save(
            finished,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return finished.getvalue()


def _mend_page(page: Any) -> None:
    del page["/Trans"]  # reportlab writes it empty, which PDF/A forbids
    page.Tabs = Name.S


def _describe(pdf: Any, about: About) -> None:
    pdf.Root.Lang = String(LANGUAGE)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = pdf.make_stream(about.xmp(), Type=Name.Metadata, Subtype=Name.XML)
    profile = resources.path("colour", "srgb.icc").read_bytes()
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_stream(profile, N=3, Alternate=Name.DeviceRGB),
    )
    pdf.Root.OutputIntents = Array([intent])
    info = {key: String(value) for key, value in about.info().items()}
    pdf.trailer.Info = pdf.make_indirect(Dictionary(info))


def _outlines(pdf: Any, pages: Sequence[Any], outline: Sequence[Bookmark]) -> Any:
    """The bookmarks, each under the last one of a higher level before it, all open."""
    top = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    levels = [(-1, top)]
    for mark in outline:
        while levels[-1][0] >= mark.level:
            levels.pop()
        parent = levels[-1][1]
        item = pdf.make_indirect(
            Dictionary(
                Title=String(mark.heading),
                Parent=parent,
                Dest=_place(pages, mark),
            )
        )
        if "/Last" in parent:
            item.Prev, parent.Last.Next = parent.Last, item
        else:
            parent.First = item
        parent.Last = item
        for _, above in levels:
            above.Count = int(above.get("/Count", 0)) + 1
        levels.append((mark.level, item))
    return top


def _place(pages: Sequence[Any], mark: Bookmark) -> Any:
    return Array([pages[mark.page], Name.XYZ, 0, round(mark.top), 0])


class _Tree:
    """Writes structure elements as PDF objects and notes which mark belongs to which."""

    def __init__(self, pdf: Any, pages: Sequence[Any]) -> None:
        self._pdf = pdf
        self._pages = pages
        self._owners: dict[int, list[Any]] = defaultdict(list)
        self._linked: list[Any] = []  # the element of each link
        self._attributes = {
            scope: pdf.make_indirect(Dictionary(O=Name.Table, Scope=Name(f"/{scope}")))
            for scope in ("Column", "Row")
        }

    def plant(self, root: Element) -> Any:
        """The structure tree root."""
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(root, tree)
        tree.ParentTree = self._parent_tree()
        tree.ParentTreeNextKey = len(self._pages) + len(self._linked)
        return tree

    def _element(self, element: Element, parent: Any) -> Any:
        node = self._pdf.make_indirect(Dictionary(S=Name(f"/{element.kind}"), P=parent))
        self._describe(node, element)
        kids = element.kids
        if len(kids) == 1 and isinstance(kids[0], Mark):  # most: a cell drawn in one go
            node.Pg = self._pages[kids[0].page]
            node.K = self._own(kids[0], node)
            return node
        node.K = Array([self._kid(kid, node) for kid in kids])
        return node

    def _kid(self, kid: Element | Mark | Link, node: Any) -> Any:
        if isinstance(kid, Element):
            return self._element(kid, node)
        if isinstance(kid, Link):
            return self._link(kid, node)
        page = self._pages[kid.page]
        return Dictionary(Type=Name.MCR, Pg=page, MCID=self._own(kid, node))

    def _link(self, link: Link, node: Any) -> Any:
        """The reference to the annotation, which PDF/A wants printed and PDF/UA in words."""
        assert link.to is not None, link  # noqa: S101 - `Sheet.lead` was not called
        page = self._pages[link.page]
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(edge, 2) for edge in link.box]),
            Border=Array([0, 0, 0]),
            F=_PRINTED,
            Contents=String(link.words),
            Dest=_place(self._pages, link.to),
            StructParent=len(self._pages) + len(self._linked),
        )
        self._linked.append(node)
        made = self._pdf.make_indirect(annotation)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(made)
        return Dictionary(Type=Name.OBJR, Obj=made, Pg=page)

    def _own(self, mark: Mark, node: Any) -> int:
        owners = self._owners[mark.page]
        owners.extend([None] * (mark.mcid + 1 - len(owners)))
        owners[mark.mcid] = node
        return mark.mcid

    def _describe(self, node: Any, element: Element) -> None:
        if element.alt:
            node.Alt = String(element.alt)
        if element.scope:
            node.A = self._attributes[element.scope]
        if element.bbox:
            box = Array([round(edge, 2) for edge in element.bbox])
            node.A = Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
        if element.bullets:
            node.A = Dictionary(O=Name.List, ListNumbering=Name.Disc)

    def _parent_tree(self) -> Any:
        numbers = Array()
        for number, page in enumerate(self._pages):
            page.StructParents = number
            numbers.append(number)
            numbers.append(self._pdf.make_indirect(Array(self._owners[number])))
        for number, node in enumerate(self._linked, start=len(self._pages)):
            numbers.append(number)
            numbers.append(node)
        return self._pdf.make_indirect(Dictionary(Nums=numbers))
