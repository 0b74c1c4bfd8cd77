dossierSearch("x-63",[])
<!-- dossier: search/fr/x-63.js -->
