"""For every code, kind of language and trap: a text that must have the finding and one that must not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`fires` has the finding, `stays` (as like it as can be) has not."""

    code: str
    kind: str
    language: str
    fires: str
    stays: str


# To add a rule: a row here with the text that it is for, and one that it must leave alone.
ROWS = (
    Row(
        "missing-apology",
        "apology",
        "en",
        "Unfortunately I missed it. It was my fault.",
        "I regret I missed it.",
    ),
    Row("missing-apology", "notice", "es", "Marcos no irá hoy.", "Lamento que Marcos no vaya hoy."),
    Row(
        "missing-apology",
        "thank_you",
        "en",
        "Thank you for the call.",
        "Thank you. Please forgive my absence.",
    ),
    Row(
        "missing-apology", "withdrawal", "es", "Le agradezco, no seguiré.", "Disculpe que no fui. No seguiré."
    ),
    Row("missing-thanks", "thank_you", "en", "I am sorry.\n\nThanks,\nDana", "Thank you for hearing me out."),
    Row(
        "missing-thanks", "thank_you", "es", "Lo siento.\n\nGracias,\nDana", "Gracias por recibirme otra vez."
    ),
    Row(
        "missing-request",
        "apology",
        "en",
        "I am still very interested in the job.",
        "I'd be glad to interview again if there is a slot.",
    ),
    Row("missing-request", "call_script", "es", "El puesto me interesa mucho.", "¿Me podría dar otra fecha?"),
    Row(
        "missing-contact-promise", "notice", "en", "I will call you later.", "She will be in touch with you."
    ),
    Row("missing-contact-promise", "notice", "es", "Yo le llamaré.", "Le pediré que le llame."),
    Row(
        "missing-ownership",
        "apology",
        "en",
        "I am sorry that I missed it.",
        "I missed it, and that is on me.",
    ),
    Row("missing-ownership", "apology", "es", "Siento no haber ido.", "Falté, y la responsabilidad es mía."),
    Row(
        "missing-inconvenience",
        "apology",
        "en",
        "I am sorry that I missed our interview on Monday morning.",
        "I am sorry that I missed it, and for the time it cost you.",
    ),
    Row(
        "missing-inconvenience",
        "apology",
        "es",
        "Siento no haber ido.",
        "Siento no haber ido y las molestias.",
    ),
    Row("excuse", "apology", "en", "My ride fell through.", "I should have planned my ride better."),
    Row("excuse", "apology", "en", "The little one ran a fever.", "I have two children in school."),
    Row("excuse", "apology", "en", "Something came up.", "I make no excuses."),
    Row("excuse", "apology", "en", "The bus never came.", "I take bus route 12 and will be early."),
    Row("excuse", "apology", "en", "My car broke down.", "If my car breaks down, I will call you."),
    Row(
        "excuse",
        "apology",
        "en",
        "I missed it because I was sick.",
        "I write because I value this opportunity.",
    ),
    Row("excuse", "notice", "en", "She is running late.", "I'm not sure what came up."),
    Row("excuse", "notice", "es", "Tuvo una emergencia familiar.", "No sé bien qué surgió."),
    Row("excuse", "apology", "es", "Se me descompuso el carro.", "Tomo la ruta 12 y llegaré temprano."),
    Row("excuse", "apology", "es", "Se me hizo tarde.", "No tengo excusa."),
    Row("excuse", "thank_you", "es", "La niñera me canceló.", "Ya hablé con la niñera para ese día."),
    Row("excuse", "apology", "es", "Es que me quedé dormido.", "Le escribo porque valoro esta oportunidad."),
    Row("blame", "apology", "en", "Your office never told me the time.", "You had told me the time."),
    Row("blame", "apology", "en", "My cousin dropped the ball.", "I dropped the ball."),
    Row("blame", "apology", "es", "Su recepcionista me dio mal la hora.", "Su recepcionista fue muy amable."),
    Row("blame", "withdrawal", "es", "Nadie me avisó del cambio.", "No le avisé a tiempo."),
    Row(
        "disclosure",
        "apology",
        "en",
        "I had to see my parole officer.",
        "I want to be a parole officer someday.",
    ),
    Row("disclosure", "apology", "en", "I am ninety days sober.", "The job has a probationary period."),
    Row("disclosure", "apology", "en", "I stay at a shelter.", "Your office is on Jail Street."),
    Row("disclosure", "thank_you", "en", "I had a UA that day.", "I applied for the job at the court house."),
    Row("disclosure", "withdrawal", "en", "I got out of prison in May.", "My job coach told me to write."),
    Row("disclosure", "apology", "en", "My meds made me sleepy.", "I worked as a clerk for record keeping."),
    Row(
        "disclosure",
        "apology",
        "es",
        "Estoy en libertad condicional.",
        "Entiendo que hay un periodo de prueba.",
    ),
    Row("disclosure", "apology", "es", "Me detuvo la migra.", "Su oficina está en la calle Cárcel."),
    Row("disclosure", "notice", "es", "Está en la casa de transición.", "Está en casa de su hermana."),
    Row("wrong-voice", "apology", "en", "My client is very sorry.", "I am very sorry to your clients."),
    Row("wrong-voice", "thank_you", "en", "I write on behalf of Marcus.", "I write on my own behalf."),
    Row("wrong-voice", "apology", "es", "Le escribo por mi cliente.", "Atenderé bien a cada cliente."),
    Row(
        "wrong-voice",
        "notice",
        "en",
        "Could you give him another chance?",
        "She will contact you to set a new date.",
    ),
    Row("wrong-voice", "notice", "es", "¿Podría darle otra fecha?", "Ella le llamará para fijar otra fecha."),
    Row("pleading", "apology", "en", "I am begging you.", "Please let me come in."),
    Row("pleading", "apology", "en", "I am such an idiot.", "I was careless with your time."),
    Row("pleading", "apology", "es", "Se lo ruego, no merezco nada.", "Por favor, deme otra fecha."),
    Row("over-promise", "apology", "en", "I will never miss one again.", "I have never worked in a bank."),
    Row("over-promise", "thank_you", "en", "I guarantee it.", "I will be there at 6:45."),
    Row("over-promise", "thank_you", "es", "Nunca más le voy a fallar.", "Estaré ahí a las 6:45."),
    Row(
        "conditional-apology",
        "apology",
        "en",
        "Sorry if I caused trouble.",
        "Sorry for the trouble I caused.",
    ),
    Row("conditional-apology", "apology", "es", "Disculpe si le causé molestias.", "Disculpe las molestias."),
    Row("placeholder", "apology", "en", "Dear [Name],", "Dear Ms. Alvarez,"),
    Row(
        "placeholder",
        "call_script",
        "en",
        "Call (phone number here). [wait]",
        "Hello. [wait] This is Marcus.",
    ),
    Row("placeholder", "apology", "en", "On XX/XX at TBD.", "On 3/10 at nine."),
    Row(
        "placeholder",
        "apology",
        "en",
        "Call me at [your\nnumber].",
        "Call me at nine,\n(my number is on top).",
    ),
    Row(
        "placeholder",
        "notice",
        "es",
        "El {{ fecha }} o el ____.",
        "El 10 de marzo [a las nueve".replace("[", ""),
    ),
    Row("placeholder", "apology", "es", "Nos vemos el <nueva fecha>.", "Nos vemos el 19 de marzo."),
    Row(
        "vague-date", "apology", "en", "Could we meet next Tuesday?", "Could we meet next Tuesday, March 17?"
    ),
    Row("vague-date", "apology", "es", "¿Puedo ir el próximo martes?", "¿Puedo ir el martes 17 de marzo?"),
    Row("agency-named", "apology", "en", "My caseworker helped me write this.", "I wrote this myself."),
    Row("agency-named", "apology", "es", "Mi trabajadora social me ayudó.", "Mi hermana me ayudó."),
    Row("too-long", "notice", "en", "word " * 121, "word " * 120),
    Row("too-long", "apology", "es", "palabra " * 201, "palabra " * 200),
    Row(
        "reading-level",
        "apology",
        "en",
        "I acknowledge responsibility regarding nonattendance, notwithstanding considerable organizational "
        "complications, and respectfully request reconsideration of my candidacy for participation in your "
        "extraordinary professional development initiative.",
        "I was not there. I am sorry. You kept that time for me, and I let it go by. "
        "I would like to meet you. May I come in on another day?",
    ),
)
