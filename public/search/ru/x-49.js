dossierSearch("x-49",[[199]])
<!-- dossier: search/ru/x-49.js -->
