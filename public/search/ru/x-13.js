dossierSearch("x-13",[])
<!-- dossier: search/ru/x-13.js -->
