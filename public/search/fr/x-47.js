dossierSearch("x-47",[])
<!-- dossier: search/fr/x-47.js -->
