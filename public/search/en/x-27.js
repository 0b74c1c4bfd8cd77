dossierSearch("x-27",[])
<!-- dossier: search/en/x-27.js -->
