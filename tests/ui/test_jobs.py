"""The door from the window to the services."""

from sro_desk.services import officers


def test_what_is_asked_after_the_end_goes_unanswered(qtbot, context):
    answers = []
    context.jobs.ask(context.bus, officers.all_officers, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1)
    context.jobs.close()
    context.jobs.ask(context.bus, officers.all_officers, answers.append)
    context.jobs.look(context.bus, lambda: 1, answers.append)
    context.jobs.start(context.bus, "Long work", lambda *_: 1, answers.append)
    assert not context.jobs.busy
    assert len(answers) == 1
