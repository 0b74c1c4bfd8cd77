dossierSearch("t-43d-438","0ниж Rc1 2как [c1c3 4раг Rc1W2Y6 7= _e1 2м k4AS>l4R=k1\\3T3S8 2х c;]=cEn7i4i1 2ч c;kX1R94 1о \\7CcV1[4 2в c5b@]2W4V2d4o3aC 3_восточн_обозр= WM 2рм im1 2ч kCRB 2ябр T3^3CU4S1V1f5m4<DR2l2f6k1\\5l6V16c5k1 1ужн m4^JYN 1ынешн k4 ")
<!-- dossier: search/ru/t-43d-438.js -->
