dossierSearch("t-30","A0 zF B2 59B B5 59B Bx 59B ")
<!-- dossier: search/ru/t-30.js -->
