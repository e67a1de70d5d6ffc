"""veraPDF's verdict: PDF/UA-1 and PDF/A-2a at once."""

from dataclasses import replace

import pikepdf
import pytest

from sro_desk.pdf.acknowledgement import acknowledgement
from sro_desk.pdf.audit_binder import audit_binder
from sro_desk.pdf.deadlines_list import deadlines_list
from sro_desk.pdf.district_summary import district_summary
from sro_desk.pdf.inability_form import inability_form
from sro_desk.pdf.officer_page import officer_page
from sro_desk.pdf.substitute_log import substitute_log
from sro_desk.pdf.vb_planner import vb_planner
from tests.pdf.conftest import (
    NASTY,
    acknowledged,
    audit,
    deadline,
    deadlines,
    full_officer,
    officer,
    officer_facts,
    officer_record,
    officers,
    planner,
    sampled,
    seat,
    signer,
    substitute,
    substitutes,
    summary,
    trained,
    unable,
    year_log,
)


def test_district_summaries_of_any_size(validate):
    sizes = (0, 1, 300)
    assert validate(*(district_summary(summary(*officers(size))) for size in sizes)) == []


def test_nasty_names_and_facts(validate):
    names = summary(*(officer(name=name, course=name) for name in NASTY))
    lacking = summary(officer(name="Saw ကညီ 😀", badge="\u200b", title="a\tb\nc"))
    empty = summary(officer(name="", badge="", title="", role="", sites=(), why=()))
    unknown = replace(summary(), label="", citation="", contracts=(), sites=())
    many_sites = summary(sites=tuple(f"School of the {n}th street" for n in range(150)))
    tall = summary(officer(why=("Because of this and that. " * 400,)))
    every = (sampled(names), lacking, empty, unknown, many_sites, tall)
    assert validate(*map(district_summary, every)) == []


def test_deadlines_lists_of_any_size(validate):
    lists = [deadlines(*map(deadline, range(size))) for size in (0, 1, 300)]
    lists.append(sampled(deadlines(deadline(3))))
    assert validate(*map(deadlines_list, lists)) == []


def test_officers_pages(validate):
    long_why = officer_facts(why=("Because of this and that. " * 400,), log=year_log(0))
    found = [officer_facts(), full_officer(), long_why, *map(full_officer, NASTY)]
    pages = list(map(officer_record, found))
    assert validate(*map(officer_page, [*pages, sampled(pages[1])])) == []


def test_substitute_day_logs_of_any_size(validate):
    none, many = substitutes(), substitutes(*(substitute(count=n % 90) for n in range(300)))
    nasty = substitutes(*map(substitute, NASTY), district=NASTY[3])
    one = sampled(substitutes(substitute(count=0)))
    assert validate(*map(substitute_log, (none, one, many, nasty))) == []


def test_planners_of_any_size(validate):
    none, one, many = planner(), planner(seat()), planner(*(seat(f"{n}") for n in range(300)))
    nasty = planner(*map(seat, NASTY), done=tuple(map(trained, NASTY)), courses=())
    hidden = planner(seat(withheld=True), district=NASTY[3])
    assert validate(*map(vb_planner, (none, one, many, sampled(nasty), hidden))) == []


def test_forms_blank_and_filled(validate):
    acknowledgements = [acknowledged(), acknowledged(paragraph="V.C", policy=NASTY[4] * 2)]
    acknowledgements += [acknowledged(signer=signer(name)) for name in NASTY]
    forms = [unable(), unable(signer=signer(districts=NASTY), reason="Because. " * 900)]
    forms += [sampled(unable(signer=signer(name), note=name)) for name in NASTY]
    drawn = [*map(acknowledgement, acknowledgements), *map(inability_form, forms)]
    assert validate(*drawn) == []


def test_the_validator_is_no_rubber_stamp(validate, opened, tmp_path):
    pdf = opened(district_summary(summary(officer())))
    del pdf.Root.StructTreeRoot
    pdf.save(tmp_path / "broken.pdf")
    assert validate((tmp_path / "broken.pdf").read_bytes()) != []


@pytest.mark.parametrize(
    "finished",
    [
        district_summary(summary()),
        deadlines_list(deadlines()),
        officer_page(officer_record(officer_facts())),
        substitute_log(substitutes()),
        vb_planner(planner()),
        acknowledgement(acknowledged()),
        inability_form(unable()),
        audit_binder(audit()),
    ],
)
def test_what_a_reader_asks_of_the_file(opened, finished):
    root = opened(finished).Root
    assert root.Lang == "en-US"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert b"<pdfuaid:part>1<" in root.Metadata.read_bytes()
    assert b"<pdfaid:conformance>A<" in root.Metadata.read_bytes()
    assert root.OutputIntents[0].S == pikepdf.Name.GTS_PDFA1
    assert "/Trans" not in root.Pages.Kids[0]
