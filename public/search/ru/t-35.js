dossierSearch("t-35","A5 -MrP9Y B0 k2B C0 qcrX B500 qcrX B8 8XiO ")
<!-- dossier: search/ru/t-35.js -->
