dossierSearch("x-39",[])
<!-- dossier: search/fr/x-39.js -->
