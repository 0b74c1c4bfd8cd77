dossierSearch("x-35",[])
<!-- dossier: search/ru/x-35.js -->
