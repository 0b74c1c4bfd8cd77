dossierSearch("x-34",[])
<!-- dossier: search/en/x-34.js -->
