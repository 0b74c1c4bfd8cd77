dossierSearch("x-13",[])
<!-- dossier: search/en/x-13.js -->
