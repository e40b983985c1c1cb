// What happened in the first half of 2026, event by event, as the systems of the region have it. All of it is made up.

/** From the CRM: order, day, rep, customer, whether it is the customer's first order, amount and cost. */
export const orders = `
O-101  2026-01-09  Li Na     Anhe     first  180000   90000
O-102  2026-01-21  Li Na     Boda     first  120000   57600
O-103  2026-02-06  Li Na     Cheng    first   90000   46800
O-104  2026-03-04  Li Na     Delin    again  270000  121500
O-105  2026-01-09  Wang Lei  Hengli   first  140000   70000
O-106  2026-01-21  Wang Lei  Jiaye    first  110000   57200
O-107  2026-02-06  Wang Lei  Kaida    again  200000   98000
O-108  2026-03-04  Wang Lei  Lianfa   again   60000   36000
O-109  2026-01-09  Zhou Yan  Pinghe   first   70000   37800
O-110  2026-01-21  Zhou Yan  Qihang   first   40000   20000
O-111  2026-02-06  Zhou Yan  Runze    again  190000   95000
O-112  2026-01-09  Ma Jun    Uni      first  150000   75000
O-113  2026-01-21  Ma Jun    Vanke    first  160000   80000
O-114  2026-02-06  Ma Jun    Wanda    first  100000   52000
O-115  2026-03-04  Ma Jun    Xinya    again  320000  150400
O-116  2026-02-12  Chen Hao  Zhongli  first  300000  150000
O-117  2026-03-04  Chen Hao  Aoda     first   60000   30000
O-118  2026-03-20  Chen Hao  Bohai    again   60000   30000
O-119  2026-01-09  Sun Qi    Erli     first  120000   60000
O-120  2026-01-21  Sun Qi    Fengda   first   90000   45000
O-121  2026-02-06  Sun Qi    Guohua   again  270000  135000
O-122  2026-01-09  He Ling   Jinda    first  150000   81000
O-123  2026-01-21  He Ling   Kunlun   first  120000   63600
O-124  2026-02-06  He Ling   Lida     first   90000   45000
O-125  2026-03-04  He Ling   Maoye    again  230000  115000
O-126  2026-01-09  Guo Fei   Puda     first  130000   65000
O-127  2026-01-21  Guo Fei   Qiming   first  110000   55000
O-128  2026-02-06  Guo Fei   Ruida    again  300000  150000
O-129  2026-04-01  Li Na     Anhe     again  150000   75000
O-130  2026-04-17  Li Na     Enze     first  110000   55000
O-131  2026-05-08  Li Na     Fuda     first   80000   42400
O-132  2026-05-27  Li Na     Gaoke    first   60000   32400
O-133  2026-06-12  Li Na     Delin    again  240000  108000
O-134  2026-04-01  Wang Lei  Mingde   again  120000   60000
O-135  2026-04-17  Wang Lei  Hengli   again  180000   90000
O-136  2026-05-08  Wang Lei  Ningbo   first  150000   76500
O-137  2026-05-27  Wang Lei  Oude     first   90000   45000
O-138  2026-06-12  Wang Lei  Kaida    again   80000   38400
O-139  2026-04-01  Zhou Yan  Runze    again  160000   80000
O-140  2026-04-17  Zhou Yan  Shunda   first   80000   44000
O-141  2026-05-08  Zhou Yan  Taihe    again   70000   39200
O-142  2026-04-14  Ma Jun    Xinya    again  200000  100000
O-143  2026-05-06  Ma Jun    Yida     first   80000   40000
O-144  2026-04-01  Chen Hao  Caihong  first  130000   65000
O-145  2026-04-17  Chen Hao  Dahua    first  120000   60000
O-146  2026-05-08  Chen Hao  Bohai    again  200000  100000
O-147  2026-04-01  Sun Qi    Guohua   again  250000  125000
O-148  2026-04-17  Sun Qi    Huaxin   first  130000   65000
O-149  2026-05-08  Sun Qi    Xinya    again  130000   65000
O-150  2026-04-01  He Ling   Maoye    again  280000  140000
O-151  2026-04-17  He Ling   Nanhai   first  170000   85000
O-152  2026-05-08  He Ling   Ouya     first   90000   45000
`

/** From the CRM: the days of a month on which a rep visited a customer, the first of a row a new one. `?`: nobody checked in. */
export const visits = `
2026-01  Li Na     Anhe 02 08 14 20 · Delin 03 16 · Gaoke 04 17
2026-02  Li Na     Anhe 02 08 14 20 · Delin 03 16 · Gaoke 04 17
2026-03  Li Na     Anhe 02 08 14 20 · Delin 03 16 · Gaoke 04 17
2026-04  Li Na     Anhe 02 08 14 20 · Delin 03 16 · Gaoke 04 17
2026-05  Li Na     Anhe 02 08 14 20 · Delin 03 16 · Gaoke 04 17
2026-06  Li Na     Anhe 02 08 14 20 · Delin 03 16 · Gaoke 04 17
2026-01  Wang Lei  Hengli 02 08 14 20 · Kaida 03 16 · Lianfa 04 17
2026-02  Wang Lei  Hengli 02 08 14 20 · Kaida 03 16 · Lianfa 04
2026-03  Wang Lei  Hengli 02 08 14 20 · Kaida 03 16 · Lianfa 04 17
2026-04  Wang Lei  Hengli 02 08 14 20 · Kaida 03 16 · Lianfa 04 17
2026-05  Wang Lei  Hengli 02 08 14 20 · Kaida 03 16 · Lianfa 04 17
2026-06  Wang Lei  Hengli 02 10 18 · Kaida 03 16 · Lianfa 04 24?
2026-01  Zhou Yan  Pinghe 02 15 · Runze 03 16 · Taihe 04 25?
2026-02  Zhou Yan  Pinghe 02 15 · Runze 03 · Taihe 04 25?
2026-03  Zhou Yan  Pinghe 02 10 18 · Runze 03 16 · Taihe 04 25?
2026-04  Zhou Yan  Pinghe 02 15 · Runze 03 16 · Taihe 04 25?
2026-05  Zhou Yan  Pinghe 02 10 18 · Runze 03 · Taihe 04 25?
2026-06  Zhou Yan  Pinghe 02 15 · Runze 03 · Taihe 04 25?
2026-01  Ma Jun    Uni 02 08 14 20 · Xinya 03 16 · Wanda 04 17
2026-02  Ma Jun    Uni 02 08 14 20 · Xinya 03 16 · Wanda 04 17
2026-03  Ma Jun    Uni 02 08 14 20 · Xinya 03 16 · Wanda 04 17
2026-04  Ma Jun    Uni 02 08 14 20 · Xinya 03 16 · Wanda 04 17
2026-05  Ma Jun    Uni 02 09 · Xinya 03 · Wanda 04
2026-02  Chen Hao  Zhongli 02 08 14 20 · Bohai 03 16 · Aoda 04 17
2026-03  Chen Hao  Zhongli 02 08 14 20 · Bohai 03 16 · Aoda 04 17
2026-04  Chen Hao  Zhongli 02 08 14 20 · Bohai 03 16 · Aoda 04 17
2026-05  Chen Hao  Zhongli 02 08 14 20 · Bohai 03 16 · Aoda 04 17
2026-06  Chen Hao  Zhongli 02 08 14 20 · Bohai 03 16 · Aoda 04 17
2026-01  Sun Qi    Erli 02 08 14 20 · Guohua 03 16 · Fengda 04
2026-02  Sun Qi    Erli 02 10 18 · Guohua 03 16 · Fengda 04
2026-03  Sun Qi    Erli 02 10 18 · Guohua 03 16 · Fengda 04 17
2026-04  Sun Qi    Erli 02 08 14 20 · Guohua 03 16 · Fengda 04
2026-05  Sun Qi    Erli 02 08 14 20 · Guohua 03 16 · Fengda 04 17
2026-06  Sun Qi    Erli 02 08 14 20 · Guohua 03 · Fengda 04 17
2026-01  He Ling   Jinda 02 08 14 20 · Maoye 03 16 · Lida 04 17
2026-02  He Ling   Jinda 02 08 14 20 · Maoye 03 16 · Lida 04 17
2026-03  He Ling   Jinda 02 08 14 20 · Maoye 03 16 · Lida 04 17
2026-04  He Ling   Jinda 02 08 14 20 · Maoye 03 16 · Lida 04 17
2026-05  He Ling   Jinda 02 08 14 20 · Maoye 03 16 · Lida 04 17
2026-06  He Ling   Jinda 02 08 14 20 · Maoye 03 16 · Lida 04 17
2026-01  Guo Fei   Puda 02 08 14 20 · Ruida 03 16 · Qiming 04 17
2026-02  Guo Fei   Puda 02 08 14 20 · Ruida 03 16 · Qiming 04 17
2026-03  Guo Fei   Puda 02 08 14 20 · Ruida 03 16 · Qiming 04 17
`

/** From the service desk: when a complaint came in and when it was resolved, in Shanghai. */
export const complaints = `
K-1  Li Na     2026-01-15T10:00  2026-01-16T09:00
K-2  Zhou Yan  2026-02-10T09:00  2026-02-14T15:00
K-3  Sun Qi    2026-02-24T11:00  2026-02-26T16:00
K-4  Sun Qi    2026-03-10T09:30  2026-03-14T10:00
K-5  Zhou Yan  2026-04-22T10:00  2026-04-27T10:00
K-6  He Ling   2026-05-11T14:00  2026-05-14T14:00
K-7  Sun Qi    2026-06-02T09:00  2026-06-04T09:00
`

/** From the independent survey: what the customers of a rep answered in a quarter, of 5. */
export const answers = `
2026-Q1  Li Na     5 5 4 5
2026-Q1  Wang Lei  4 4 5 4
2026-Q1  Zhou Yan  3 4 3 3
2026-Q1  Ma Jun    5 4 5 4
2026-Q1  Chen Hao  4 5 4 4
2026-Q1  Sun Qi    4 4 4 4
2026-Q1  He Ling   4 4 5 4
2026-Q1  Guo Fei   4 5 4 4
2026-Q2  Li Na     5 5 5 4
2026-Q2  Wang Lei  5 4 4 5
2026-Q2  Zhou Yan  3 3 4 3
2026-Q2  Ma Jun    5 4 4
2026-Q2  Chen Hao  4 4 4 5
2026-Q2  Sun Qi    4 4 5 4
2026-Q2  He Ling   5 4 4 4
`

/** From the ledger: what was due in a quarter, and what of it was collected. */
export const collections = `
2026-Q1  Li Na     500000  485000
2026-Q1  Wang Lei  400000  360000
2026-Q1  Zhou Yan  250000  200000
2026-Q1  Ma Jun    450000  450000
2026-Q1  Chen Hao  200000  180000
2026-Q1  Sun Qi    400000  340000
2026-Q1  He Ling   500000  475000
2026-Q1  Guo Fei   400000  360000
2026-Q2  Li Na     600000  570000
2026-Q2  Wang Lei  450000  405000
2026-Q2  Zhou Yan  240000  204000
2026-Q2  Ma Jun    250000  250000
2026-Q2  Chen Hao  400000  360000
2026-Q2  Sun Qi    450000  405000
2026-Q2  He Ling   550000  528000
`
