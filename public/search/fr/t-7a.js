dossierSearch("t-7a","Azon rf ")
<!-- dossier: search/fr/t-7a.js -->
