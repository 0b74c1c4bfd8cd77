dossierSearch("t-44f","Aя 3qBH3C ")
<!-- dossier: search/fr/t-44f.js -->
