dossierSearch("x-49",[[199]])
<!-- dossier: search/en/x-49.js -->
