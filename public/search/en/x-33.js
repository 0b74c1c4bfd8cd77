dossierSearch("x-33",[[133,1,"Bokarev regards Russia as the main player among the members. His forecast of a productive year was published in December 2019, before the year began."]])
<!-- dossier: search/en/x-33.js -->
