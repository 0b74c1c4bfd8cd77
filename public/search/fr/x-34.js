dossierSearch("x-34",[])
<!-- dossier: search/fr/x-34.js -->
