dossierSearch("x-49",[[199]])
<!-- dossier: search/fr/x-49.js -->
