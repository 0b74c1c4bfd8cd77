dossierSearch("d-20",[[160,"articles/csto-plans-2020/observers-and-partners.html","Observateurs et partenaires",2,"28 novembre 2019","Les projets de l’OTSC pour 2020","La Russie est favorable à la coopération avec des États extérieurs à l’OTSC, dit l’article ; de nouveaux observateurs et de nouveaux partenaires sont envisagés.",""]])
<!-- dossier: search/fr/d-20.js -->
