dossierSearch("x-56",[[225]])
<!-- dossier: search/ru/x-56.js -->
