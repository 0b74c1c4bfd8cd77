dossierSearch("t-43b","Aликвидации -zB ")
<!-- dossier: search/fr/t-43b.js -->
