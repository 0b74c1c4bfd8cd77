dossierSearch("t-442-443","0ту \\Z1YC 2в o2b2]]13e3 3= o2 2д eG 2ркм WP1 5= WP1 5енист ]4\\:n5Nf16]6g1n5e8n7 := WP1 7ск ^4^@T;j5g@ 9_пограничник= of1 2т lB ")
<!-- dossier: search/ru/t-442-443.js -->
