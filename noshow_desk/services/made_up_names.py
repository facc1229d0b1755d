"""Names for practice clients and the people who wait: ordinary ones, from many places, and nobody in
particular.
"""

from __future__ import annotations

_FIRST_EN = """
    Aaliyah Aaron Abigail Adrian Alicia Amber Amina Andre Angela Anthony Ashley Brandon Brianna Calvin Carla
    Cedric Chantelle Charles Cheyenne Christopher Crystal Damon Darnell Deborah Denise Derek Desiree Dominic
    Donna Dwayne Ebony Edward Elijah Erica Ernest Faith Felicia Frank Gary Gloria Grace Hakeem Hannah Harold
    Heather Imani Isaac Jade Jamal Janet Jasmine Jerome Joanne Jordan Joseph Joy Kayla Keisha Kelvin Kenneth
    Kiara Kim Lamar Latoya Lawrence Leah Lee Lenora Linda Malik Marcus Marlene Martin Mei Melissa Minh Monique
    Nadia Naomi Nathan Nina Nolan Omar Paige Patrice Phillip Priya Rachel Rashad Raymond Renee Robert Ronald
    Ruth Sade Samuel Sandra Shawn Sheila Simone Stephanie Tamika Tanya Terrence Thomas Tiffany Trevor Tyrone
    Valerie Vernon Wanda Wayne Yolanda Zoe
"""
FIRST_EN = tuple(_FIRST_EN.split())

_FIRST_ES = """
    Adriana Alberto Alejandra Alma Ana Andrés Araceli Armando Beatriz Belén Carmen César Claudia Cristina
    Daniela Diego Dolores Eduardo Elena Emilio Ernesto Esperanza Fabián Fernanda Francisco Gabriela Guadalupe
    Gustavo Héctor Inés Ismael Javier Jesús Joaquín José Juana Julio Leticia Lucía Luis Luz Manuel Marcela
    María Mariana Mateo Mercedes Miguel Mónica Natalia Nicolás Noemí Óscar Pablo Paola Patricia Pilar Rafael
    Ramón Raquel Ricardo Rocío Rosa Salvador Santiago Silvia Sofía Soledad Teresa Tomás Verónica Víctor Ximena
    Yesenia
"""
FIRST_ES = tuple(_FIRST_ES.split())

# Who is called "Mr." in made-up records; the other first names above are women's, or anybody's.
_MEN = """
    Aaron Adrian Andre Anthony Brandon Calvin Cedric Charles Christopher Damon Darnell Derek Dominic Dwayne
    Edward Elijah Ernest Frank Gary Hakeem Harold Isaac Jamal Jerome Joseph Kelvin Kenneth Lamar Lawrence
    Malik Marcus Martin Minh Nathan Nolan Omar Phillip Rashad Raymond Robert Ronald Samuel Shawn Terrence
    Thomas Trevor Tyrone Vernon Wayne
    Alberto Andrés Armando César Diego Eduardo Emilio Ernesto Fabián Francisco Gustavo Héctor Ismael Javier
    Jesús Joaquín José Julio Luis Manuel Mateo Miguel Nicolás Óscar Pablo Rafael Ramón Ricardo Salvador
    Santiago Tomás Víctor
"""
MEN = frozenset(_MEN.split())
ANYBODY = frozenset(("Guadalupe", "Jordan", "Kim", "Lee"))

_LAST_EN = """
    Adams Alexander Allen Anderson Bailey Baker Banks Barnes Bell Bennett Bishop Booker Boyd Brooks Brown
    Bryant Butler Byrd Campbell Carter Chambers Chen Clark Coleman Collins Cooper Cox Crawford Daniels Davis
    Dixon Douglas Edwards Ellis Evans Fields Fisher Fleming Flynn Ford Foster Franklin Freeman Gibson Gordon
    Graham Grant Gray Green Griffin Hall Hamilton Harper Harris Hayes Henderson Hill Holmes Hughes Hunter
    Jackson James Jenkins Johnson Jones Jordan Kelly Kim King Lawson Lee Lewis Logan Long Marshall Mason Mays
    Miller Mitchell Moore Morgan Morris Murphy Nguyen O'Brien Oliver Owens Palmer Parker Patel Patterson Perry
    Peters Pham Porter Powell Price Quinn Reed Rhodes Rice Richardson Riley Roberts Robinson Rogers Ross
    Russell Sanders Scott Shaw Simmons Sims Smith Spencer Stewart Stone Sullivan Taylor Thomas Thompson Tran
    Tucker Turner Vaughn Walker Wallace Ward Washington Watkins Watson Webb Wells West White Williams Willis
    Wilson Wong Woods Wright Young
"""
LAST_EN = tuple(_LAST_EN.split())

_LAST_ES = """
    Acosta Aguilar Álvarez Ávila Benítez Cabrera Calderón Camacho Campos Cárdenas Castillo Castro Cervantes
    Chávez Contreras Córdova Cruz Delgado Díaz Domínguez Escobar Espinoza Estrada Fernández Figueroa Flores
    Fuentes Gallegos García Gómez González Guerrero Gutiérrez Guzmán Hernández Herrera Ibarra Jiménez Juárez
    León López Luna Maldonado Martínez Medina Mejía Méndez Mendoza Molina Montoya Mora Morales Moreno Muñoz
    Navarro Nuñez Ochoa Ortega Ortiz Pacheco Padilla Peña Peralta Pérez Quintero Ramírez Ramos Rangel Reyes
    Ríos Rivera Robles Rodríguez Rojas Romero Rosales Ruiz Salazar Sánchez Sandoval Santos Serrano Solís Soto
    Suárez Torres Trujillo Valdez Valencia Vargas Vásquez Vega Velasco Villanueva Zamora
"""
LAST_ES = tuple(_LAST_ES.split())

HOUSES = (
    "Bayside Warehouse", "Metro Transit", "Harbor Staffing", "Casa Verde Café", "Valley Trade School",
    "Northgate Bakery", "Lakeview Laundry", "Riverside Grocers", "Cedar Street Kitchen", "Pioneer Roofing",
    "Sunrise Home Care", "Elm Park Nursery", "Union Print Shop", "Hilltop Landscaping", "Maple Auto Repair",
    "Central Adult School", "Westside Welding Center", "Oakdale Furniture", "Fairmont Hotel Services",
    "Green Line Couriers", "Summit Paint Supply", "Bridgeport Housing Office", "County Benefits Office",
    "Stonefield Clinic", "Eastside Community College", "Blue Door Catering", "Ferry Street Market",
    "Prairie Packing", "Silver Lake Cleaners", "Orchard Farm Stand",
)  # fmt: skip

JOBS = (
    "warehouse associate", "cook's assistant", "delivery driver", "home care aide", "cashier", "line cook",
    "machine operator", "groundskeeper", "receptionist", "welding course", "forklift training",
)  # fmt: skip

STREETS = (
    "Harbor Road", "Maple Street", "Second Avenue", "Elm Street", "Mill Lane", "Union Street", "Grant Avenue",
    "Orchard Road", "River Drive", "Station Street",
)  # fmt: skip

STORIES = {
    "en": (
        "The bus did not come and I did not know whom to call.",
        "My boy woke up with a fever and my sister was at work.",
        "I sat in the car outside for twenty minutes and then I drove home.",
        "I wrote down Thursday. It was Tuesday.",
        "They called me in for an extra shift and I was afraid to say no.",
        "I had nothing to wear that was clean.",
    ),
    "es": (
        "El autobús no pasó y no supe a quién llamar.",
        "Mi niño amaneció con fiebre y mi hermana estaba trabajando.",
        "Llegué hasta la puerta y no pude entrar.",
        "Apunté el jueves y era el martes.",
    ),
}

INSIGHTS = {
    "en": (
        "I keep thinking they have already decided.",
        "When I am scared I get busy with something else.",
        "I can ask for help the night before.",
        "Calling is hard, but not calling is harder.",
    ),
    "es": (
        "Siempre pienso que ya decidieron.",
        "Cuando tengo miedo, me pongo a hacer otra cosa.",
        "Puedo pedir ayuda la noche antes.",
    ),
}

GROWTH = {
    "en": (
        "I said it myself and my voice held.",
        "I can be sorry and still ask.",
        "Next time I call before, not after.",
    ),
    "es": (
        "Lo dije yo y no me tembló la voz.",
        "Puedo disculparme y aun así pedir.",
        "La próxima vez llamo antes.",
    ),
}
