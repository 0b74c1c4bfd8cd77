dossierSearch("t-33","A31 8CiwBsK ")
<!-- dossier: search/en/t-33.js -->
