home-hello = 안녕하세요. 편하게 눌러 보세요.
home-safe = 무엇을 눌러도 고장 나지 않습니다. 돈도 들지 않습니다.

home-lessons = 스마트폰 연습
home-lessons-detail = 전화·Wi-Fi·사진·속지 않는 연습
home-office-detail = 무엇을 들고 어디로 가면 되는지
home-places = 가까운 장소
home-board = 알림

shelter-title = 여기는 { $place } 대피소(避難所)입니다.
shelter-title-nameless = 여기는 대피소(避難所)입니다.
shelter-nothing-heard = 기상청(気象庁)의 소식이 아직 오지 않았습니다. ‘아무 일도 없다’는 뜻이 아닙니다.
shelter-family-detail = 171·Wi-Fi·충전
shelter-house-detail = 재해 증명서(罹災証明書)
home-this-shelter = 이 대피소: { $how }
home-other-shelter = 열려 있다고 들은 가장 가까운 다른 대피소: { $name }

home-search = 찾기
home-settings = 화면과 목소리
home-help = 사용 방법

class-title = 스마트폰 교실
class-hello = 오늘은 스마트폰을 연습합니다.
