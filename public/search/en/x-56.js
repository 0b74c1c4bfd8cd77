dossierSearch("x-56",[[225]])
<!-- dossier: search/en/x-56.js -->
