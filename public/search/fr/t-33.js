dossierSearch("t-33","A31 8CiwBsK ")
<!-- dossier: search/fr/t-33.js -->
