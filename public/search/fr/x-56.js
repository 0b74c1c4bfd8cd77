dossierSearch("x-56",[[225]])
<!-- dossier: search/fr/x-56.js -->
