setup-title = { $number }/{ $steps }  { $name }
setup-step-tongue = 언어
setup-step-town = 동네
setup-step-place = 이 장소
setup-step-screen = 화면 크기
setup-step-clock = 시계
setup-step-sound = 소리
setup-step-print = 인쇄
setup-step-number = 직원 번호

setup-next = 다음으로
setup-later = 나중에 정하기
setup-close = 끝내기(남김)
setup-back = 하나 앞으로
setup-again = 다시 해 보기
setup-use-now = 지금은 이대로 쓰기
setup-now = 지금: { $what }

setup-tongue-hello = 어느 언어로 시작합니까?
setup-welcome = 이 기계의 첫 설정입니다. 10분쯤 걸립니다. 어느 답도 나중에 바꿀 수 있습니다.

setup-town-hello = 여기는 어느 동네입니까?
setup-town-none = 여기에 없음
setup-town-sample = 견본, 진짜 동네가 아님
setup-town-find = 가나로 찾기
setup-town-file = 여기에 없는 동네는 설정 파일(kiosk.toml)에 쓸 수 있습니다. 쓸 때까지는 “시청에 확인”이라고 나옵니다.
setup-town-hint = 동네 이름을 히라가나로 쓰면 여기에 나옵니다.

setup-name-hello = 이 장소의 이름은 무엇입니까?
setup-name-write = 이름 쓰기
setup-name-rewrite = 이름 다시 쓰기
setup-name-field = 이 장소의 이름
setup-name-file = 다른 한자는 설정 파일(kiosk.toml)의 place에 쓸 수 있습니다.
setup-name-hint = “しょうがっこう”라고 쓰면 “小学校”도 나옵니다. 맞는 것을 눌러 주세요.
setup-name-few = 마을 데이터에 있는 건물입니다. 여기라면 눌러 주세요. 위치도 정해집니다.
setup-name-many = 마을 데이터에 건물이 { $count }곳 있습니다. 이름을 가나로 쓰면 나옵니다.
setup-write-back = 그만두기

setup-building-hello = 어떤 건물입니까?
building-shelter = 대피소
building-hall = 주민회관·집회소
building-school = 학교
building-office = 시청·관공서
building-library = 도서관
building-care = 복지 시설
building-other = 그 밖

setup-entrance-hello = 입구에서 이 기계까지 어떻게 갑니까?
setup-entrance-write = 글로 쓰기
setup-entrance-field = 입구에서 오는 길
setup-entrance-hint = 예: 입구에서 오른쪽으로 10걸음. 사람에게 길을 알려 주듯이 씁니다.
entrance-right = 입구로 들어와서 오른쪽
entrance-left = 입구로 들어와서 왼쪽
entrance-front = 입구 정면
entrance-upstairs = 계단을 올라온 곳

setup-card-how = 은행 카드를 틀에 대고 오른쪽 끝을 맞춥니다.
setup-card-name = 카드 틀
setup-card-outline = 카드 크기의 틀
setup-card-less = 작게
setup-card-more = 크게
setup-card-fits = 딱 맞습니다

setup-clock-hello = 날짜와 시각이 맞습니까?
setup-clock-right = 맞습니다
setup-clock-differs = 다릅니다
setup-clock-wrong = 시계 맞추는 법
setup-clock-net = 인터넷에 연결하면 시계가 저절로 맞습니다.
setup-clock-machine = 연결되지 않을 때는 기계 설정의 “날짜와 시각”에서 맞춥니다.
setup-clock-until = 맞출 때까지 날짜가 필요한 것은 “확인하지 않았습니다”라고 나옵니다. 다른 것은 쓸 수 있습니다.

setup-sound-hello = 목소리가 들립니까?
setup-sound-sample = 목소리 듣기
setup-sound-heard = 들립니다
setup-sound-not = 들리지 않습니다
setup-sound-silent = 들리지 않을 때
setup-sound-plug = 스피커 선이 꽂혀 있는지 봅니다. 이어폰이 꽂혀 있으면 뺍니다.
setup-sound-power = 스피커의 전원과 소리 크기를 봅니다.
setup-sound-settings = 기계 설정의 “소리”에서 어디로 소리를 낼지 고릅니다.
setup-sound-without = 소리가 없어도 쓸 수 있습니다. 읽는 곳이 밝아집니다.
setup-sound-go-on = 소리 없이 다음으로

setup-print-hello = 프린터가 있습니까?
setup-print-looking = 프린터를 찾고 있습니다.
setup-print-found = 프린터 { $count }대를 찾았습니다.
setup-print-more = 그 밖에 { $count }대.
setup-print-none = 프린터를 찾지 못했습니다.
setup-print-no-system = 이 기계에는 인쇄하는 장치(CUPS)가 들어 있지 않습니다.
setup-print-no-answer = 프린터가 있는지 알 수 없었습니다.
setup-print-look = 다시 찾기
setup-print-later = 이 기계는 아직 종이에 인쇄할 수 없습니다. 프린터가 없어도 쓸 수 있습니다.
setup-print-yes = 있습니다
setup-print-no = 없습니다

setup-number-hello = 직원만 아는 번호를 만듭니다.
setup-number-why = 직원 화면을 열 때 씁니다. 기계가 숫자 6개를 고릅니다.
setup-number-care = 종이와 펜을 준비해 주세요. 번호는 다음 쪽에 크게 나옵니다. 목소리를 쓸 때는 소리로도 읽습니다.
setup-number-draw = 번호 만들기
setup-number-write = 이 번호를 종이에 써 주세요.
setup-number-once = 나중에 다시 볼 수 없습니다. 종이는 잠글 수 있는 곳에 둡니다.
setup-number-written = 종이에 썼습니다
setup-number-again = 다른 번호로 하기
setup-number-confirm = 종이를 보고 번호를 눌러 주세요.
setup-number-differs = 다른 번호입니다. 다시 눌러 주세요.
setup-number-look = 번호 다시 보기
setup-number-set = 직원 번호가 정해졌습니다.
setup-number-set-keep = 번호는 이제 어디에도 나오지 않습니다. 종이를 잘 두세요.
setup-number-taken = 직원 번호가 이미 정해져 있습니다.
setup-number-taken-remedy = 다른 번호로 바꾸려면 지금의 번호 6자리를 눌러 주세요.
setup-number-taken-keep = 지금의 번호 그대로 계속하기
setup-number-trouble = 번호가 바뀌지 않았습니다. 디스크의 빈 공간을 확인하고 다시 해 보세요.

setup-done-title = 첫 설정
setup-done-hello = 고맙습니다. 이제 쓸 수 있습니다.
setup-done-change = 정한 것은 “사용 방법”의 “직원용”에서 언제든지 바꿀 수 있습니다.
setup-done-shelter = 대피소가 되면 직원 화면에서 “대피소”를 누릅니다.
setup-finish = 처음 화면으로
