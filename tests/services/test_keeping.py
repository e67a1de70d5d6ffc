from sro_desk.domain.drafts import OfficerDraft
from sro_desk.domain.records import Settings
from sro_desk.services import agency, keeping, officers, records_file


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
    head = db.head()
    verdict = keeping.verify(db, head)
    assert verdict.sound
    assert verdict.sentences[-1] == f"The ledger contains {head}."
    assert "stored copies (1)" in verdict.sentences[0]
    assert keeping.verify(db.path).head == head


def test_a_head_of_another_file_is_not_found(db):
    verdict = keeping.verify(db, "0" * 64)
    assert not verdict.sound
