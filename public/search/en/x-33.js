dossierSearch("x-33",[[133,1,"Russia takes the presidency for the year 2020. Bokarev, who regards Russia as the main player among the members, expects a productive year. His forecast was published in December 2019, before the year began."]])
<!-- dossier: search/en/x-33.js -->
