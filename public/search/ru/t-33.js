dossierSearch("t-33","A31 8CiwBsK ")
<!-- dossier: search/ru/t-33.js -->
