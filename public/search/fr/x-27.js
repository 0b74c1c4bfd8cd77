dossierSearch("x-27",[])
<!-- dossier: search/fr/x-27.js -->
