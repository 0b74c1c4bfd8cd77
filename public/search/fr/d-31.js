dossierSearch("d-31",[[248,"articles/csto-plans-2020/outlook.html","Perspectives",2,"10 décembre 2019","Les projets de l’OTSC pour 2020","L’article s’attend à ce que l’OTSC, présidée par la Russie, accomplisse beaucoup en 2020.",""]])
<!-- dossier: search/fr/d-31.js -->
