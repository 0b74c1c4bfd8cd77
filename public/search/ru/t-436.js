dossierSearch("t-436","Aждет xF Bе lDrCkF7B8FlGlBzBC1C7I8KsBrGR7B Cнщин 8XiO Cртв 92B Bивут kgB8F Cзн imB Bурн zF0Q3Gye ")
<!-- dossier: search/ru/t-436.js -->
