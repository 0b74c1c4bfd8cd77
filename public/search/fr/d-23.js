dossierSearch("d-23",[[187,"articles/csto-plans-2020/afghan-frontier.html","La frontière afghane",2,"10 décembre 2019","Les projets de l’OTSC pour 2020","L’article voit dans l’Ouzbékistan et le Turkménistan, tous deux voisins de l’Afghanistan, les partenaires les plus évidents pour aider à protéger les frontières sud de l’OTSC.",""]])
<!-- dossier: search/fr/d-23.js -->
