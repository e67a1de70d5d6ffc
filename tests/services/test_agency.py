"""The agency and what it has chosen: stored, refused, undone, and felt by the law."""

from dataclasses import replace
from datetime import date

import pytest

from sro_desk.domain.changes import Kind
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import Settings
from sro_desk.services import agency, history
from tests.services.conftest import AGENCY

THANKSGIVING, FRIDAY, MONDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)


@pytest.fixture
def written(db):
    """What each write touched."""
    heard = []
    db.listeners.append(heard.append)
    return heard


def test_the_agency_is_changed_and_told_of(db, actor, written):
    sheriff = replace(AGENCY, chief="Ann Lund", chief_title="Sheriff")
    assert agency.change(db, sheriff, actor=actor) == sheriff
    assert agency.get(db) == sheriff
    assert [changes.touch(Kind.AGENCY) for changes in written] == [True]


def test_an_agency_without_a_name_is_refused(db, actor, written):
    with pytest.raises(SroDeskError, match=r"Enter a name\."):
        agency.change(db, replace(AGENCY, name=" "), actor=actor)
    assert agency.get(db) == AGENCY
    assert written == []


def test_an_unlikely_e_mail_is_stored(db, actor):
    assert agency.change(db, replace(AGENCY, email="ask me"), actor=actor).email == "ask me"


def test_undo_brings_the_agency_back(db, actor, written):
    agency.change(db, replace(AGENCY, chief="Ann Lund"), actor=actor)
    history.undo(db, written[0].write, actor=actor)
    assert agency.get(db) == AGENCY


def test_a_new_file_has_the_defaults(db):
    assert agency.settings(db) == Settings()


def test_what_is_chosen_is_kept(db, actor):
    chosen = Settings(
        lead_times=(45, 10),
        local_holidays=True,
        refresh_advisory=False,
        backup_folder="/backups, all",
        second_backup_folder="D:\\",
    )
    assert agency.change_settings(db, chosen, actor=actor) == chosen
    assert agency.settings(db) == chosen


def test_no_lead_times_at_all_can_be_kept(db, actor):
    assert agency.change_settings(db, Settings(lead_times=()), actor=actor).lead_times == ()


def test_only_what_differs_is_written(db, actor, written):
    agency.change_settings(db, Settings(), actor=actor)
    assert written == []
    agency.change_settings(db, Settings(local_holidays=True), actor=actor)
    assert len(written[0].records) == 1


@pytest.mark.parametrize("days", [(0,), (-7,), (731,), (30, 0)])
def test_lead_times_are_days_of_two_years_at_most(db, actor, days):
    with pytest.raises(SroDeskError, match="from 1 to 730"):
        agency.change_settings(db, Settings(lead_times=days), actor=actor)
    assert agency.settings(db) == Settings()


def test_a_choice_is_undone_alone(db, actor, written):
    agency.change_settings(db, Settings(local_holidays=True), actor=actor)
    agency.change_settings(db, Settings(local_holidays=True, lead_times=(7,)), actor=actor)
    history.undo(db, written[0].write, actor=actor)
    assert agency.settings(db) == Settings(lead_times=(7,))


def test_the_local_holidays_move_a_rolled_date_and_nothing_else(db, actor):
    assert agency.law(db).holidays.roll(THANKSGIVING) == FRIDAY
    agency.change_settings(db, Settings(local_holidays=True), actor=actor)
    assert agency.law(db).holidays.roll(THANKSGIVING) == MONDAY
