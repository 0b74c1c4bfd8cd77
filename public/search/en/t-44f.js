dossierSearch("t-44f","Aя 3qBH3C ")
<!-- dossier: search/en/t-44f.js -->
