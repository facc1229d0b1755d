"""Owning it, sorry for the trouble, asking for another time: heard in the words that people have for them."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import check_letter

MISS = "I did not come to the interview on the 12th, and I am sorry."
PLAIN = ["The fault is mine.", "I'm sorry for your trouble.", "May I have another time?"]
OWNED = [
    "The fault is mine.",
    "I own it.",
    "That was my doing.",
    "I was in the wrong.",
    "I have nobody to blame but myself.",
    "I take it on myself.",
    "I dropped it.",
    "I let it slide.",
    "I broke my word to you.",
    "It was careless of me.",
    "I should have come.",
    "It was wrong not to come.",
    "I could have come and I did not.",
    "I treated you poorly.",
    "The lapse was mine.",
    "I didn't do right by you.",
    "I didn't hold up my end.",
    "It's nobody's fault but my own.",
    "I'm the one to blame.",
    "I won't make excuses.",
    "There's no good reason for it.",
    "I did you a bad turn.",
    "I was thoughtless.",
    "That's on my shoulders.",
    "I messed this one up.",
    "I failed to keep my word.",
    "I accept that I was wrong.",
    "I can only blame myself.",
    "It falls on me.",
    "I know I was wrong.",
]
TROUBLE = [
    "I'm sorry you waited.",
    "I'm sorry about the hour I wasted.",
    "I'm sorry for the bother.",
    "I'm also sorry for putting you out.",
    "I apologize for upsetting your day.",
    "I'm sorry your morning went to waste.",
    "I'm sorry you had to shuffle your afternoon.",
    "I regret the trouble it gave you.",
    "Sorry for the mess I made of your calendar.",
    "I'm sorry to have kept you from your work.",
    "I'm sorry you came in early for me.",
    "I'm sorry that I left you short.",
    "I am sorry for the seat that stayed empty.",
    "I apologize to the two people who sat there for me.",
    "I apologize for the scramble.",
    "I'm sorry for costing you lunch.",
    "I'm sorry I put you in a spot.",
    "I'm sorry that I made more work for you.",
    "I'm sorry you turned others away for me.",
    "Forgive me for the wasted trip.",
    "I feel bad that you stayed late for me.",
    "I am sorry you drove across town for nothing.",
    "I'm sorry for the slot I took from somebody else.",
    "I'm sorry your crew stood around.",
    "I am sorry for how long you sat there.",
    "My apologies for the lost time.",
    "I'm sorry I threw your day off.",
    "I'm sorry for all the rearranging you did.",
    "I'm sorry for taking up your slot.",
    "I'm sorry I made you wait.",
]
ASKED = [
    "Could we try again?",
    "May I come another day?",
    "Is there still a spot?",
    "I'd like to come in if you'll have me.",
    "When could I come by?",
    "I hope you will see me.",
    "I'd welcome a new date.",
    "If there's room on your list, I'd love to be on it.",
    "Would next month work?",
    "Let me know a day that suits.",
    "I'm asking for a second shot.",
    "Can I have a do-over?",
    "Please tell me if I can still come in.",
    "I would be glad to set a new time.",
    "If you have ten minutes some day, I'd be thankful.",
    "Might you see me after all?",
    "I'd be grateful if you met with me.",
    "What day is good for you?",
    "Any chance of another interview?",
    "I'd like to make it right in person.",
    "Pick any hour and I'll be there.",
    "I would still like to sit down with you.",
    "Would you consider me for a later date?",
    "Call me with any opening and I will come.",
    "If you can fit me in, I'll take any time.",
    "Can you put me down for another day?",
    "I'd be happy to come by whenever it suits you.",
    "Is it too late to reschedule?",
    "I hope we can find a new time.",
    "I'd jump at another chance.",
]
NEUTRAL = "The job is on my mind a good deal."


def codes(place: int, words: str) -> set[str]:
    said = [words if at == place else plain for at, plain in enumerate(PLAIN)]
    return {one.code for one in check_letter(" ".join([MISS, *said]), kind="apology", language="en")}


@pytest.mark.parametrize("words", OWNED)
def test_ownership_is_heard(words: str) -> None:
    assert codes(0, words) == set()


@pytest.mark.parametrize("words", TROUBLE)
def test_sorry_for_the_trouble_is_heard(words: str) -> None:
    assert codes(1, words) == set()


@pytest.mark.parametrize("words", ASKED)
def test_asking_for_another_time_is_heard(words: str) -> None:
    assert codes(2, words) == set()


def test_a_neutral_sentence_is_none_of_them() -> None:
    told = [codes(place, NEUTRAL) for place in range(3)]
    assert told == [{"missing-ownership"}, {"missing-inconvenience"}, {"missing-request"}]
