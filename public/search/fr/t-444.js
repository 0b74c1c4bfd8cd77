dossierSearch("t-444","Aфедерация _L ")
<!-- dossier: search/fr/t-444.js -->
