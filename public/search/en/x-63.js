dossierSearch("x-63",[])
<!-- dossier: search/en/x-63.js -->
