import sqlite3
from contextlib import closing

from sro_desk.domain.drafts import OfficerDraft
from sro_desk.domain.ledger_words import local_time
from sro_desk.domain.records import Settings
from sro_desk.services import agency, keeping, officers, records_file
from sro_desk.storage import ledger


def test_a_backup_is_made_in_both_places_and_listed(db, actor, tmp_path):
    second = tmp_path / "drive"
    agency.change_settings(db, Settings(second_backup_folder=str(second)), actor=actor)
    made = keeping.backup(db)
    assert made.path.exists()
    assert made.second.parent == second
    assert made.trouble == ""
    assert {each.path for each in keeping.backups(db)} == {made.path, made.second}
    assert made.ledger_head == db.head()


def test_a_second_place_that_is_missing_does_not_lose_the_first(db, actor, tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("no folder")
    agency.change_settings(db, Settings(second_backup_folder=str(blocked)), actor=actor)
    made = keeping.backup(db)
    assert made.path.exists()
    assert made.second is None
    assert str(blocked) in made.trouble


def test_a_folder_that_is_named_gets_the_backup_alone(db, tmp_path):
    made = keeping.backup(db, tmp_path / "elsewhere")
    assert made.path.parent == tmp_path / "elsewhere"
    assert keeping.backups(db) == []


def test_closing_backs_up_once_for_each_change(db, actor, officer):
    assert keeping.backup_on_close(db) is not None
    assert keeping.backup_on_close(db) is None
    officers.void(db, officer.id, "Entered twice", actor=actor)
    assert keeping.backup_on_close(db) is not None


def test_what_was_backed_up_comes_back(db, actor, officer):
    made = keeping.backup(db)
    officers.add(db, OfficerDraft(name="Mai Vang"), actor=actor)
    db.close()
    restored = keeping.restore(made.path, db.path)
    assert restored.kept.exists()
    with records_file.look_into(restored.path) as again:
        assert officers.all_officers(again) == (officer,)


def test_a_sound_file_is_said_to_be_so(db, officer, certify):
    certify(officer)
    verdict = keeping.verify(db)
    assert verdict.sound
    assert "stored copies (1)" in verdict.sentences[0]
    assert verdict.sentences[-1] == f"Its ledger ends with {db.head()}."
    assert keeping.verify(db.path).head == db.head()


def test_a_head_tells_first_what_became_of_the_records_behind_a_pdf(db, officer, certify):
    head = db.head()
    certify(officer)
    with db.read() as session:
        entries = ledger.entries(session)
    (printed,) = (entry for entry in entries if entry.hash == head)
    later = len(entries) - printed.seq
    verdict = keeping.verify(db, f"Ledger head {head.upper()}")
    assert verdict.sound
    assert verdict.sentences[0] == (
        "All that this PDF was made from is still in the records: the head is entry "
        f"{printed.seq} of {local_time(printed.at)}; {later} entries came after."
    )
    assert "is sound" in verdict.sentences[2]


def test_a_head_of_another_file_is_not_found(db):
    verdict = keeping.verify(db, "0" * 64)
    assert not verdict.sound
    assert verdict.sentences[0].startswith(
        "Not all that this PDF was made from is in these records"
    )


def test_a_head_in_a_file_that_was_tampered_with_proves_nothing(db, officer):
    head = db.head()
    db.close()
    with closing(sqlite3.connect(db.path)) as connection:
        connection.execute("UPDATE officer SET badge = '99' WHERE id = ?", (officer.id,))
        connection.commit()
    verdict = keeping.verify(db.path, head)
    assert not verdict.sound
    assert "proves nothing" in verdict.sentences[0]
    assert "changed outside the program" in verdict.sentences[1]
