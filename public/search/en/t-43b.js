dossierSearch("t-43b","Aликвидации -zB ")
<!-- dossier: search/en/t-43b.js -->
